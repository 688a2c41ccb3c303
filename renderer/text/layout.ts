/** What is said of the panes and how they are arranged. */
export const layoutText = {
  layout: {
    pane: (name: string) => `${name} pane`,
    fold: 'Fold this pane',
    unfold: 'Show this pane',
    panes: {
      hosts: 'Hosts',
      vms: 'Virtual Machines',
      checkpoints: 'Checkpoints',
      details: 'Details',
      actions: 'Actions',
    },
  },
} as const
