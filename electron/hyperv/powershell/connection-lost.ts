/** No answer came, and none will. Whether the request was carried out is not known. */
export class ConnectionLost extends Error {
  readonly reason: 'deadline' | 'broken' | 'ended' | 'closed'
  /** What the process or the system said last, for people. */
  readonly detail: string

  constructor(reason: ConnectionLost['reason'], detail: string) {
    super(`PowerShell: ${reason}`)
    this.name = 'ConnectionLost'
    this.reason = reason
    this.detail = detail
  }
}
