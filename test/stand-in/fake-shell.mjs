#!/usr/bin/env node
// Plays PowerShell badly, by a script of faults: what each process of a test does with each request it gets. The
// folder FAKE_SHELL holds plan.json, and gets a file for each process with a line for each request that came in.
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { appendFileSync, closeSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const folder = process.env.FAKE_SHELL
const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))
const generation = firstFree()
const steps = plan[generation - 1] ?? []

const hello = {
  version: '7.6.5',
  edition: 'Core',
  languageMode: 'FullLanguage',
  culture: 'en-US',
  rights: 'unknown',
}
let mark = ''
let requests = 0

for await (const line of createInterface({ input: process.stdin })) {
  mark = /^\$SavepointMark = '(\w+)'$/.exec(line)?.[1] ?? mark
  const [, verb, number, json] = /^Invoke-Verb '([\w-]+)' (\d+) '(.*)'$/.exec(line) ?? []
  if (verb !== undefined) await play(steps[requests] ?? {}, verb, number, json)
  if (line === 'exit') process.exit(0)
}

async function play(step, verb, number, json) {
  requests += 1
  const child = step.child === true ? startChild() : null
  appendFileSync(join(folder, `process-${generation}`), `${verb} ${child ?? process.pid}\n`)
  if (step.errors !== undefined) await flood(process.stderr, step.errors)
  if (step.complaint !== undefined) await write(process.stderr, step.complaint)
  if (step.endless !== undefined) await flood(process.stdout, step.endless, mark)
  if (step.bytes !== undefined) await write(process.stdout, Buffer.from(step.bytes, 'base64'))
  if (step.deaf === true) goDeaf()
  const value = verb === 'hello' ? hello : { process: generation, asked: JSON.parse(json) }
  const lines = step.say ?? [`{mark} {number} done ${JSON.stringify(value)}`]
  const end = step.end ?? '\n'
  const text = lines
    .map((each) => each.replaceAll('{mark}', mark).replaceAll('{number}', number) + end)
    .join('')
  const pieces = step.cut === 'bytes' ? Buffer.from(text).map((byte) => byte) : [Buffer.from(text)]
  for (const piece of pieces)
    await write(process.stdout, typeof piece === 'number' ? Buffer.of(piece) : piece)
  if (step.exit !== undefined) process.exit(step.exit)
}

async function flood(stream, bytes, start = '') {
  await write(stream, start)
  const piece = Buffer.alloc(Math.min(bytes, 1024 * 1024), 'e')
  for (let left = bytes; left > 0; left -= piece.length) await write(stream, piece.subarray(0, left))
}

// Waits until the text has left, so that each piece is a write of its own.
function write(stream, piece) {
  return new Promise((resolve) => stream.write(piece, resolve))
}

// Before it answers, so that whoever asks next finds nobody to read it.
function goDeaf() {
  closeSync(0)
  setInterval(() => undefined, 1000)
}

function startChild() {
  return spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' }).pid
}

function firstFree() {
  for (let number = 1; ; number += 1) {
    try {
      mkdirSync(join(folder, `generation-${number}`))
      return number
    } catch {
      // That one was another process.
    }
  }
}
