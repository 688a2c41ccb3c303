import type { HealthSubject } from '#contract/health-finding'

/** What a finding is about, in one line. */
export function subjectName(subject: HealthSubject): string {
  switch (subject.kind) {
    case 'machine':
      return subject.name
    case 'checkpoint':
      return `${subject.vmName}: ${subject.name}`
    case 'volume':
      return subject.root
    case 'file':
      return subject.path
  }
}
