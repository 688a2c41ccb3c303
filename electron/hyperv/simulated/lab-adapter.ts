import type { SimulatedNetworkAdapter } from './simulation.ts'

/** The first, second, … network adapter of a machine of the lab, with addresses that no other has. */
export function labAdapter(
  vmId: string,
  index: number,
  special: Partial<SimulatedNetworkAdapter> = {},
): SimulatedNetworkAdapter {
  const number = Number.parseInt(vmId.slice(-4), 16)
  return {
    name: 'Network Adapter',
    switchName: 'External',
    // 00155D is what Microsoft was given for virtual adapters.
    macAddress: `00155D${hex(0x38 + index)}${hex(number >> 8)}${hex(number)}`,
    isMacAddressDynamic: true,
    ipAddresses: [
      `10.20.${String(30 + index)}.${String(10 + (number & 0x7f))}`,
      `fe80::215:5dff:fe${hex(0x38 + index)}:${hex(number >> 8)}${hex(number)}`.toLowerCase(),
    ],
    ...special,
  }
}

function hex(number: number): string {
  return (number & 0xff).toString(16).toUpperCase().padStart(2, '0')
}
