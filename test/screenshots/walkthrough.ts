import { type LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { minute, type LabStep } from '../../electron/hyperv/simulated/lab-past.ts'

/** The moment, the machine and the names of the pictures that show a walk through Hyper-V Manager. */
export const walkthroughMoment = '2015-06-18T11:34:00Z'
export const walkthroughName = 'Windows Walkthrough VM'

/** Hyper-V's own name of a checkpoint that was taken then. */
export const takenAt9 = `${walkthroughName} - (6/15/2015 - 11:09:22 AM)`
export const takenAt10 = `${walkthroughName} - (6/15/2015 - 11:10:30 AM)`

/** The two kinds of checkpoint, one under the other. */
export const bothKinds: readonly LabStep[] = [
  { take: 'Standard', ago: at('10:58:00'), isSaved: true, policy: 'Standard' },
  { take: 'Production', ago: at('11:02:00') },
]

/** The walked machine after that past, and the one that stands beside it. */
export function walkthrough(past: readonly LabStep[]): readonly LabMachine[] {
  return [
    {
      id: '5a7e00c0-1c0d-4e5a-9b03-00000000e001',
      name: 'Microsoft Hyper-V Server 2016 Technical Preview',
      state: 'Off',
    },
    {
      id: '5a7e00c0-1c0d-4e5a-9b03-00000000e002',
      name: walkthroughName,
      state: 'Paused',
      memoryStartup: 1024 ** 3,
      uptime: minute + 12_000,
      version: '6.2',
      createdAt: Date.parse('2015-06-15T10:29:34Z'),
      past,
    },
  ]
}

/** How long before the pictures' moment a time of 15 June was. */
export function at(time: string): number {
  return Date.parse(walkthroughMoment) - Date.parse(`2015-06-15T${time}Z`)
}
