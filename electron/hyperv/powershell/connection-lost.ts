/** No answer came, and none will. Whether the request was carried out is not known. */
export class ConnectionLost extends Error {
  readonly reason: LossReason
  /** What the process or the system said last, for people. */
  readonly detail: string

  constructor(reason: LossReason, detail: string) {
    super(`PowerShell: ${reason}`)
    this.name = 'ConnectionLost'
    this.reason = reason
    this.detail = detail
  }
}

/** `not-started` is said of a process that the system did not even start; `closed` is what we wanted. */
export type LossReason = 'not-started' | 'deadline' | 'broken' | 'ended' | 'closed'
