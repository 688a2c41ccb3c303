# One that is there and not loaded is one that could not be: hello has tried.
try {
    $loaded = @(Get-Module -Name 'Hyper-V')
    $modules = if ($loaded.Count -gt 0) {
        $loaded
    } else {
        @(Get-Module -Name 'Hyper-V' -ListAvailable)
    }
    if (@($modules).Count -eq 0) {
        'missing'
    } else {
        [ordered]@{ version = "$(@($modules)[0].Version)"; isLoaded = $loaded.Count -gt 0 }
    }
}
catch {
    $null
}
