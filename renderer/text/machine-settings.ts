export const machineSettingsText = {
  title: (vm: string): string => `Settings for ${vm}`,
  titleOfSeveral: 'Settings for several virtual machines',
  on: (host: string): string => `on ${host}`,
  intro: 'You can configure options for checkpoints for this virtual machine.',
  introOfSeveral:
    'You can configure options for checkpoints for these virtual machines. Where they differ, a box is filled and no circle is chosen; only what you change is set.',
  machines: 'Virtual machines',
  type: 'Checkpoint Type',
  enable: 'Enable checkpoints',
  select:
    'Select the type of checkpoint that will be created when users choose to checkpoint this virtual machine.',
  production: 'Production checkpoints',
  productionMeaning:
    'Use backup technology in the guest operating system to create data-consistent checkpoints that don’t include information about running applications.',
  fallback: 'Create standard checkpoints if it’s not possible to create a production checkpoint.',
  fallbackMeaning:
    'Take a checkpoint with full application state if it is not possible to use backup technology inside the guest operating system.',
  standard: 'Standard checkpoints',
  standardMeaning:
    'Create application-consistent checkpoints that capture the current state of applications, memory included.',
  automatic: 'Use automatic checkpoints',
  automaticMeaning: 'Hyper-V takes one by itself when the virtual machine starts, and deletes it by itself.',
  location: 'Checkpoint File Location',
  locationIntro:
    'Choose where to store the checkpoint configuration and checkpoint saved state files for this virtual machine.',
  disksStay: 'Disk files (.avhdx) always stay beside their parent disk, whatever is set here.',
  differentFolders: 'Different folders',
  lockedBy: (names: readonly string[]): string =>
    `The checkpoint file location can’t change while one of these virtual machines has checkpoints: ${names.join(', ')}.`,
  places: {
    configuration: 'Configuration, saved state',
    disks: 'Disk files (.avhdx)',
    reading: 'Reading…',
    unknown: 'The host does not tell',
  },
  changedMeanwhile: {
    now: (vm: string, type: string, isAutomatic: boolean, location: string): string =>
      `${vm} was changed elsewhere meanwhile: ${type}; automatic checkpoints ${isAutomatic ? 'on' : 'off'}; ${location}.`,
    kept: 'What you have chosen here is kept, and set only by OK or Apply.',
  },
  results: {
    title: 'Results',
    underWay: 'Changing settings…',
    summary: (done: number, failed: number): string =>
      failed === 0
        ? `Changed: ${String(done)}.`
        : `Changed: ${String(done)}. Not changed: ${String(failed)}.`,
    states: { 'under-way': 'Changing…', done: 'Changed', failed: 'Not changed' },
  },
  ok: 'OK',
  apply: 'Apply',
}
