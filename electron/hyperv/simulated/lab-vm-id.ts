/** The Ids of the lab's machines, the same in every run. */
export const labVmId = {
  domainController: '5a7e0001-1c0d-4e5a-9b01-00000000a001',
  database: '5a7e0002-1c0d-4e5a-9b01-00000000a002',
  webServer: '5a7e0003-1c0d-4e5a-9b01-00000000a003',
  tester: '5a7e0004-1c0d-4e5a-9b01-00000000a004',
  buildAgent: '5a7e0005-1c0d-4e5a-9b01-00000000a005',
  legacy: '5a7e0006-1c0d-4e5a-9b01-00000000a006',
  ubuntu: '5a7e0007-1c0d-4e5a-9b01-00000000a007',
  disabled: '5a7e0008-1c0d-4e5a-9b01-00000000a008',
  replica: '5a7e0009-1c0d-4e5a-9b01-00000000a009',
  fileServer: '5a7e000a-1c0d-4e5a-9b01-00000000a00a',
  archive: '5a7e000b-1c0d-4e5a-9b01-00000000a00b',
  critical: '5a7e000c-1c0d-4e5a-9b01-00000000a00c',
  quoted: '5a7e000d-1c0d-4e5a-9b01-00000000a00d',
  gpu: '5a7e000e-1c0d-4e5a-9b01-00000000a00e',
} as const
