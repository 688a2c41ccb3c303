import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { FolderPath } from '#contract/inputs'
import { requireFolderPath } from '../../electron/core/folder-path.ts'

describe('a folder on Windows', () => {
  it.each([
    'D:\\',
    'D:\\Exports',
    'd:/Exports',
    'D:\\Exports\\',
    'D:\\Ünïcode 日本\\x',
    '\\\\server\\share',
    '\\\\server\\share\\a b',
    "D:\\it's $(here)",
  ])('may be %s', (path) => {
    expect(refusalOf(path, 'windows')).toBeNull()
  })

  it.each([
    ['', /Choose a folder/],
    ['   ', /Choose a folder/],
    ['Exports', /whole path/],
    ['\\Exports', /whole path/],
    ['D:Exports', /whole path/],
    ['/srv/exports', /whole path/],
    ['\\\\server', /whole path/],
    ['\\\\?\\D:\\x', /can’t be used/],
    ['\\\\.\\PhysicalDrive0', /can’t be used/],
    ['D:\\a\\..\\b', /“\.”/],
    ['D:\\a\\.', /“\.”/],
    ['D:\\con', /keeps for itself/],
    ['D:\\x\\NUL.txt', /keeps for itself/],
    ['D:\\com1\\x', /keeps for itself/],
    ['D:\\x. ', /ends with a dot or a space/],
    ['D:\\x\\y.', /ends with a dot or a space/],
    ['D:\\x:stream', /can’t hold :/],
    ['D:\\what?', /can’t hold \?/],
    ['D:\\a\nb', /line breaks/],
    ['D:\\a\u0000b', /control/],
    ['D:\\a\ud800b', /half of a character/],
  ])('may not be %j', (path, sentence) => {
    expect(refusalOf(path, 'windows')).toMatchObject({
      code: 'invalid-folder',
      message: expect.stringMatching(sentence) as string,
    })
  })

  it('gets an answer whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        refusalOf(text, 'windows')
        refusalOf(text, 'posix')
      }),
    )
  })
})

describe('a folder elsewhere', () => {
  it('begins at the root and goes only down', () => {
    const answers = ['/srv/exports', '/', 'srv', 'D:\\x', '/srv/../etc', '/srv/.'].map(
      (path) => refusalOf(path, 'posix')?.code ?? null,
    )
    expect(answers).toEqual([
      null,
      null,
      'invalid-folder',
      'invalid-folder',
      'invalid-folder',
      'invalid-folder',
    ])
  })
})

function refusalOf(path: string, style: 'windows' | 'posix'): AppError | null {
  try {
    requireFolderPath(FolderPath.parse(path), style)
    return null
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
