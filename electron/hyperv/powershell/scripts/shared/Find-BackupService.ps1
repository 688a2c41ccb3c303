# The integration service that brings a guest's data in order, by its component: its name is in the host's language.
# Nothing where the machine has none.
param($vm)
foreach ($service in (Hyper-V\Get-VMIntegrationService -VM $vm -ErrorAction Stop)) {
    if ("$($service.Id)" -like '*\5CED1297-4598-4915-A5FC-AD21BB4D02A4') {
        return $service
    }
}
