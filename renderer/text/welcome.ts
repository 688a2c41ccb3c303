/** What the very first start tells, once. */
export const welcomeText = {
  title: 'Three Things Worth Knowing',
  things: [
    {
      icon: 'clock',
      title: 'A checkpoint is not a backup',
      meaning:
        'It lies on the same disk as the virtual machine, goes with it, and slows it down as it grows. Take it before a change, and delete it when the change has proved itself.',
    },
    {
      icon: 'shield',
      title: 'There are two kinds',
      meaning:
        'A production checkpoint holds the disks in a state that programs can start from: after it is applied, the virtual machine is off. A standard one holds its memory too: it goes on as it was.',
    },
    {
      icon: 'folder',
      title: 'The files are in two places',
      meaning:
        'Configuration and saved state go to the checkpoint file location of the virtual machine. The disk files (.avhdx) always stay beside the disk they build on, and grow there.',
    },
  ],
  once: 'This is shown once.',
  begin: 'Begin',
} as const
