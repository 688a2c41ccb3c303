/** What is said where the tray, a notification or a second start asked the window for something that it can't show. */
export const requestText = {
  machineGone: 'That virtual machine is no longer on this host.',
  checkpointGone: (vm: string) => `That checkpoint of ${vm} is no longer there.`,
  operationGone: 'That operation is no longer known here. The list shows what is true now.',
  questionOpen: 'Something else is asked here. Answer that first.',
} as const
