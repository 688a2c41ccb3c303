import type { Bar, Comparison } from './compared.ts'

/** Bars on a scale of tens, for what is compared lies far apart; light or dark as the reader's window is. */
export function picture(comparisons: readonly Comparison[]): string {
  const groups: string[] = []
  let top = 8
  for (const { title, bars } of comparisons) {
    groups.push(`<text class="title" x="8" y="${String(top + 14)}">${title}</text>`)
    groups.push(...bars.map((bar, index) => barText(bar, top + 24 + index * rowHeight)))
    top += 24 + bars.length * rowHeight + 16
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(top)}" role="img" aria-label="How many times as long as Savepoint the others take">
<style>${style}</style>
<rect class="ground" width="${String(width)}" height="${String(top)}" rx="6" />
${groups.join('\n')}
</svg>
`
}

const width = 760
const rowHeight = 20
const labelWidth = 170
const barWidth = 490
/** The scale's ends, as powers of ten. */
const [least, most] = [-1, 4] as const

const style = `
text { font: 12px 'Segoe UI', system-ui, sans-serif; fill: #242424 }
.title { font-weight: 600 }
.ground { fill: #ffffff }
.bar { fill: #9a9a9a }
.ours { fill: #0f6cbd }
@media (prefers-color-scheme: dark) {
  text { fill: #ffffff }
  .ground { fill: #1f1f1f }
  .bar { fill: #757575 }
  .ours { fill: #479ef5 }
}
`

function barText({ peer, times }: Bar, y: number): string {
  const share = (Math.log10(times) - least) / (most - least)
  const length = Math.round(Math.min(1, Math.max(0.01, share)) * barWidth)
  const kind = peer.startsWith('ours') ? 'bar ours' : 'bar'
  return [
    `<text x="${String(labelWidth)}" y="${String(y + 12)}" text-anchor="end">${peer}</text>`,
    `<rect class="${kind}" x="${String(labelWidth + 8)}" y="${String(y + 2)}" width="${String(length)}" height="13" rx="2" />`,
    `<text x="${String(labelWidth + 14 + length)}" y="${String(y + 12)}">${timesText(times)}</text>`,
  ].join('')
}

function timesText(times: number): string {
  return `${times >= 100 ? Math.round(times).toLocaleString('en-US') : String(Number(times.toPrecision(2)))} ×`
}
