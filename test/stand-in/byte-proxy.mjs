#!/usr/bin/env node
// Stands in PowerShell's place, starts the real one, and does to what that prints what a plan of faults says. The folder
// BYTE_PROXY holds plan.json: the shell to start, and of which line of which process what becomes.
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const folder = process.env.BYTE_PROXY
const { shell, bytes, lost } = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8'))
const generation = firstFree('process')
const faults = new Map(
  bytes.filter((each) => each.process === generation).map((each) => [each.line, each.does]),
)

const child = spawn(shell, process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'] })
let printed = 0
let held = ''
let isStalled = false
let losesAnswer = false

child.stdin.on('error', () => undefined)
process.stdout.on('error', () => undefined)
process.stdin.on('end', () => child.stdin.end())
child.once('close', (code) => process.exit(code ?? 1))

for (const [from, take] of [
  [process.stdin, ask],
  [child.stdout, answer],
])
  void each(from, take)

async function each(stream, take) {
  for await (const line of createInterface({ input: stream })) await take(`${line}\n`)
}

/** A request may find that its answer is to be lost: before it arrives, while it is carried out, or when it is done. */
async function ask(line) {
  const verb = /^Invoke-Verb '([\w-]+)'/.exec(line)?.[1]
  const when = verb === undefined ? undefined : lost[`${verb} ${firstFree(verb)}`]
  if (when === 'before') end()
  child.stdin.write(line)
  losesAnswer ||= when === 'after'
  if (when !== 'during') return
  await passed(30)
  end()
}

async function answer(line) {
  if (losesAnswer && / (done|failed) /.test(line)) end()
  const does = faults.get((printed += 1))
  const before = held
  held = ''
  if (isStalled) return
  if (does === 'merge') held = before + line
  else await print(before, does, line)
  if (held === '') return
  const waiting = held
  // What comes soon is printed with it in one piece; it does not wait for ever.
  setTimeout(() => {
    if (held !== waiting) return
    held = ''
    process.stdout.write(waiting)
  }, 100)
}

async function print(before, does, line) {
  switch (does) {
    case 'split':
      await write(before)
      for (const byte of Buffer.from(line)) await write(Buffer.of(byte))
      return
    case 'delay':
      await passed(50)
      return write(before + line)
    case 'corrupt':
      await write(before)
      return write(corrupted(Buffer.from(line)))
    case 'truncate':
      await write(before + line.slice(0, line.length / 2))
      return end()
    case 'stall':
      isStalled = true
      return
    case 'duplicate':
      return write(before + line + line)
    case 'noise':
      return write(`${before}WARNING: 7 done {"of":"nobody"}\nSP00 1 done {}\n${line}\u001B[0m\n`)
    default:
      return write(before + line)
  }
}

/** No byte of an answer has its highest bit. */
function corrupted(line) {
  const middle = Math.floor(line.length / 2)
  line[middle] |= 0x80
  return line
}

function end() {
  child.kill('SIGKILL')
  process.exit(9)
}

function write(piece) {
  return piece.length === 0 ? undefined : new Promise((resolve) => process.stdout.write(piece, resolve))
}

function passed(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function firstFree(name) {
  for (let number = 1; ; number += 1) {
    try {
      mkdirSync(join(folder, `${name}-${number}`))
      return number
    } catch {
      // That was another process, or an earlier request.
    }
  }
}
