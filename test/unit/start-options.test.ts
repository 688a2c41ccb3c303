import { describe, expect, it } from 'vitest'
import { parseStartOptions } from '../../electron/start-options.ts'

it('opens a window on the host that is found, unless told otherwise', () => {
  expect(parseStartOptions([])).toEqual({
    browser: false,
    open: true,
    port: 0,
    demo: false,
    diagnose: false,
    powershell: null,
    modulePath: null,
    hidden: false,
    checkpoint: null,
    reason: null,
    help: false,
  })
})

it('takes every option', () => {
  const options = [
    '--browser',
    '--no-open',
    '--port',
    '8123',
    '--demo',
    '--diagnose',
    '--powershell',
    '/usr/bin/pwsh',
    '--module-path',
    'modules',
    '--hidden',
    '--checkpoint',
    'Web server',
    '--reason',
    'Before updates',
    '--help',
  ]
  expect(parseStartOptions(options)).toEqual({
    browser: true,
    open: false,
    port: 8123,
    demo: true,
    diagnose: true,
    powershell: '/usr/bin/pwsh',
    modulePath: 'modules',
    hidden: true,
    checkpoint: 'Web server',
    reason: 'Before updates',
    help: true,
  })
})

describe('a wrong option', () => {
  it.each([
    '--prot',
    '--port 65536',
    '--port -1',
    '--port 1e3',
    '--port',
    'somewhere',
    '--powershell',
    '--checkpoint',
    '--reason Why',
  ])('%s is refused', (line) => {
    expect(() => parseStartOptions(line.split(' '))).toThrow()
  })

  it('is a second machine to take a checkpoint of, for only one of them would be taken', () => {
    expect(() => parseStartOptions(['--checkpoint', 'Web', '--checkpoint', 'Mail'])).toThrow('one checkpoint')
  })
})

it('lets Windows start it for a click on a notification of an earlier start', () => {
  expect(parseStartOptions(['-Embedding'])).toEqual(parseStartOptions([]))
})
