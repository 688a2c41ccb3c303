# Starts PowerShell once more, with an administrator's rights, for which Windows asks the person. $arguments stands before
# this text. Says by its exit code what that one said by its own.
try {
    $process = Start-Process -FilePath "$PSHOME\powershell.exe" -ArgumentList $arguments -Verb 'RunAs' -WindowStyle 'Hidden' -Wait -PassThru -ErrorAction Stop
    # Nothing must not count as zero, nor zero as done.
    if ($null -ne $process.ExitCode) {
        exit $process.ExitCode
    }
    exit 0
}
catch {
    # Start-Process keeps the number of the error to itself, and its words are in the language of Windows. A No to the
    # question (1223) and a computer that does not ask at all come to the same: nothing was started.
    exit 105
}
