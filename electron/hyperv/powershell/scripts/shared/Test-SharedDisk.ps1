# A VHD set is there to be shared.
param($drive)
[bool]$drive.SupportPersistentReservations -or "$($drive.Path)" -like '*.vhds'
