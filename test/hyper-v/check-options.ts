import { parseArgs } from 'node:util'

/** What `npm run test:hyper-v` was told. */
export interface CheckOptions {
  /** The name or the Id of the machine to work on. */
  readonly vm: string
  /** Whether it may be worked on though it has checkpoints, which stay. */
  readonly hasOwnCheckpoints: boolean
  readonly powershell: string | undefined
  readonly modulePath: string | undefined
}

export const usage =
  'npm run test:hyper-v -- --vm NAME --disposable [--has-checkpoints] [--powershell FILE] [--module-path DIR]'

/** Throws an `Error` with a sentence where nobody said that the machine may be worked on. */
export function checkOptions(parameters: readonly string[]): CheckOptions {
  const { values } = parseArgs({
    args: [...parameters],
    strict: true,
    allowPositionals: false,
    options: {
      vm: { type: 'string' },
      disposable: { type: 'boolean', default: false },
      'has-checkpoints': { type: 'boolean', default: false },
      powershell: { type: 'string' },
      'module-path': { type: 'string' },
    },
  })
  if (values.vm === undefined || values.vm.trim() === '') {
    throw new Error('Name the virtual machine to work on: --vm NAME, or its Id.')
  }
  if (!values.disposable) {
    throw new Error(
      `Checkpoints of “${values.vm}” will be taken, applied and deleted, and it may be turned off. Say that nothing on it is needed by --disposable.`,
    )
  }
  return {
    vm: values.vm,
    hasOwnCheckpoints: values['has-checkpoints'],
    powershell: values.powershell,
    modulePath: values['module-path'],
  }
}
