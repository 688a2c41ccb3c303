/** Something that is done so often that whatever it leaves behind shows. */
export interface SoakCase {
  readonly name: 'calls' | 'polls' | 'restarts'
  readonly title: string
  /** How often it is done at least before all is there that stays, such as compiled code and the last fifty operations. */
  readonly warmUp: number
  readonly open: (settings: SoakSettings) => Promise<OpenSoak>
}

export interface SoakSettings {
  /** The folder that the app keeps its data in. What is started knows it, and can be told by it. */
  readonly data: string
  readonly seed: number
}

export interface OpenSoak {
  /** Does it once more. Rejects where it went otherwise than it has to. */
  readonly step: (index: number) => Promise<void>
  readonly close: () => Promise<void>
}
