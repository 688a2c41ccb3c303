const seconds = 1_000
const minutes = 60 * seconds

/**
 * What a session can be asked: one script each. A verb that changes nothing may be tried again when its answer is
 * lost; one that changes something never is. The deadlines are for a host that hangs, not for one that is slow.
 */
export const verbs = {
  hello: { changes: false, deadline: 60 * seconds },
  diagnose: { changes: false, deadline: 60 * seconds },
  connect: { changes: false, deadline: 30 * seconds },
  list: { changes: false, deadline: 3 * minutes },
  'read-vm': { changes: false, deadline: 30 * seconds },
  // Each file of each disk is opened, and storage may be far away.
  'vm-details': { changes: false, deadline: 60 * seconds },
  'checkpoint-details': { changes: false, deadline: 60 * seconds },
  thumbnail: { changes: false, deadline: 20 * seconds },
  readiness: { changes: false, deadline: 30 * seconds },
  'last-event': { changes: false, deadline: 30 * seconds },
  // A line for each checkpoint, or for each file, shows that it goes on.
  costs: { changes: false, deadline: 3 * minutes },
  storage: { changes: false, deadline: 3 * minutes },
  'read-jobs': { changes: false, deadline: 30 * seconds },
  // It never ends by itself, and says every three seconds that it still listens.
  watch: { changes: false, deadline: 20 * seconds },
  'create-checkpoint': { changes: true, deadline: 60 * minutes },
  apply: { changes: true, deadline: 60 * minutes },
  revert: { changes: true, deadline: 60 * minutes },
  rename: { changes: true, deadline: 2 * minutes },
  export: { changes: true, deadline: 24 * 60 * minutes },
  'change-notes': { changes: true, deadline: 2 * minutes },
  remove: { changes: true, deadline: 60 * minutes },
  'remove-subtree': { changes: true, deadline: 60 * minutes },
  'change-policy': { changes: true, deadline: 2 * minutes },
  'enable-backup-service': { changes: true, deadline: 2 * minutes },
  cancel: { changes: true, deadline: 2 * minutes },
  power: { changes: true, deadline: 30 * minutes },
} as const satisfies Readonly<
  Record<string, { readonly changes: boolean; /** Milliseconds. */ readonly deadline: number }>
>

export type Verb = keyof typeof verbs
