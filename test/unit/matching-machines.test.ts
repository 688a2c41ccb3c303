import { describe, expect, it } from 'vitest'
import { matchingMachines } from '#contract/matching-machines'
import { trayMachines } from '#contract/tray-machines'
import { trayFacts, trayVm, trayVmId } from '../support/example-tray.ts'

const names = ['SQL-WEB', 'web01', 'WEB02', 'Cobweb', 'WE', 'DC01', 'Straße (web)', 'web']
const favourites = [trayVmId(5), trayVmId(3), trayVmId(4)]
const machines = trayMachines(
  trayFacts({ vms: names.map((name, index) => trayVm(index + 1, { name })), settings: { favourites } }),
)

describe('The machines that fit what was typed', () => {
  it.each([
    ['', ['WE', 'WEB02', 'Cobweb', 'DC01', 'SQL-WEB', 'Straße (web)', 'web', 'web01']],
    ['  ', ['WE', 'WEB02', 'Cobweb', 'DC01', 'SQL-WEB', 'Straße (web)', 'web', 'web01']],
    ['we', ['WE', 'WEB02', 'web', 'web01', 'SQL-WEB', 'Straße (web)', 'Cobweb']],
    ['WEB', ['web', 'WEB02', 'web01', 'SQL-WEB', 'Straße (web)', 'Cobweb']],
    [' web02 ', ['WEB02']],
    ['01', ['DC01', 'web01']],
    ['STRAßE', ['Straße (web)']],
    ['nobody', []],
    ['.*', []],
  ])('“%s” are, the best first, %j', (typed, found) => {
    expect(matchingMachines(machines, typed).map(({ vm }) => vm.name)).toEqual(found)
  })
})
