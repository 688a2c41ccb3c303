#!/bin/sh
# PowerShell as a computer with application control runs it: the modules are trusted, what comes through the standard
# input is not. Only the modules' functions that are there before the switch stay free of it.
{
  echo '$env:PSModulePath = $env:SAVEPOINT_MODULE_PATH + ":" + $env:PSModulePath'
  echo 'Import-Module Hyper-V, CimCmdlets'
  echo '$null = Get-VMHost'
  echo '$ExecutionContext.SessionState.LanguageMode = "ConstrainedLanguage"'
  exec cat
} | exec "$SAVEPOINT_STAND_IN_PWSH" "$@"
