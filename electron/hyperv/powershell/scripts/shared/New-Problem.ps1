# An error record of our own, which nothing has thrown past its reader.
param([string] $message)
try {
    throw $message
}
catch {
    $_
}
