/** What is said of the panes, of the columns and of the filter. */
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
  columns: {
    title: 'Columns',
    choose: 'Columns…',
    atFirst: 'Columns as at First',
    nameStays: 'Without its name nobody would know which virtual machine a row is about.',
    intro: 'Where the window is too narrow for all of them, some give way.',
    ok: 'OK',
  },
  filtering: {
    where: 'Names and notes of virtual machines and checkpoints',
    hits: (vms: number, checkpoints: number) =>
      vms + checkpoints === 0
        ? 'Nothing found'
        : `Found: ${counted(vms, 'virtual machine')}, ${counted(checkpoints, 'checkpoint')}`,
  },
} as const

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`
}
