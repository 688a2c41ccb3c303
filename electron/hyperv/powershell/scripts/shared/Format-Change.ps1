# What the list shows of it, as one text to compare. Every change of settings counts.
param([string] $source, $instance)
switch ($source) {
    'Savepoint-Msvm_ComputerSystem' {
        $names = 'ElementName', 'EnabledState', 'OtherEnabledState', 'HealthState', 'OperationalStatus', 'StatusDescriptions'
    }
    'Savepoint-Msvm_ConcreteJob' {
        $names = 'JobState', 'PercentComplete'
    }
    default {
        return "$(Get-Random)"
    }
}
@(foreach ($name in $names) { "$($instance.$name)" }) -join '|'
