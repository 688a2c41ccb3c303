#!/usr/bin/env node
// The one child of every peer. It speaks as BENCH_DIALECT says, and says the same bytes in each: what the peers differ
// in is then their own reading and writing. A request is JSON; its answer is the request itself, an array of so many
// megabytes, the number of the process, or the virtual machines of BENCH_PARTS, one a line. All that is long is ready before it is asked for.
import { Buffer } from 'node:buffer'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'

const { BENCH_DIALECT, BENCH_EOL = '\n', BENCH_PARTS, BENCH_COUNT, BENCH_REQUEST, BENCH_HELLO } = process.env
// A file with the answers to verbs that are to be answered otherwise than by what was asked, each as its JSON.
const answers = JSON.parse(
  process.env.BENCH_ANSWERS === undefined ? '{}' : readFileSync(process.env.BENCH_ANSWERS, 'utf8'),
)
const parts = BENCH_PARTS === undefined ? [] : readFileSync(BENCH_PARTS, 'utf8').trimEnd().split('\n')
const everything = Buffer.from(`[${parts.join(',')}]`)
const arrays = new Map()
let mark = ''
let isRemembered = false
const gathered = []

switch (BENCH_DIALECT) {
  case 'lines':
    readLines(answerInLines)
    break
  case 'sentinels':
    readLines(answerBetweenSentinels)
    break
  case 'lengths':
    readLengths((request) => {
      const body = Buffer.from(answerTo(JSON.parse(request)))
      const head = Buffer.alloc(4)
      head.writeUInt32LE(body.length)
      process.stdout.write(body.length < 65_536 ? Buffer.concat([head, body]) : head)
      if (body.length >= 65_536) process.stdout.write(body)
    })
    break
  case 'once':
    process.stdout.write(answerTo(JSON.parse(BENCH_REQUEST)))
    break
}

function answerTo(request) {
  if (request.megabytes !== undefined) return arrayOf(request.megabytes)
  if (request.who !== undefined) return String(process.pid)
  return request.everything === undefined ? JSON.stringify(request) : everything
}

/** JSON of so many megabytes, made once: it is not the child that is measured. */
function arrayOf(megabytes) {
  const known = arrays.get(megabytes)
  if (known !== undefined) return known
  const each = JSON.stringify({
    id: '0b3a9fd1-5d6c-4f0e-9c55-0d9f1f0f9a11',
    name: 'Checkpoint',
    size: 123456,
  })
  const count = Math.floor((megabytes * 1_048_576) / (each.length + 1))
  const array = Buffer.from(`[${Array(count).fill(each).join(',')}]`)
  arrays.set(megabytes, array)
  return array
}

function answerInLines(line) {
  mark = /^\$SavepointMark = '(\w+)'$/.exec(line)?.[1] ?? mark
  if (line === 'exit') process.exit(0)
  const [, verb, number, json] = /^Invoke-Verb '([\w-]+)' (\d+) '(.*)'$/.exec(line) ?? []
  if (verb === undefined) return
  const say = (kind, value) => {
    process.stdout.write(`${mark} ${number} ${kind} `)
    process.stdout.write(value)
    process.stdout.write('\n')
  }
  if (verb === 'hello') say('done', BENCH_HELLO)
  else if (verb === 'connect') say('done', '{"name":"BENCH"}')
  else if (verb === 'list') list(number)
  else if (verb === 'watch') watch(say)
  else if (verb in answers) say('done', answers[verb])
  else {
    const answer = answerTo(JSON.parse(json))
    if (answer.length >= 65_536) say('done', answer)
    else process.stdout.write(`${mark} ${number} done ${answer}\n`)
  }
}

/** Nothing ever changes, which is said now and then, as watch.ps1 does. */
function watch(say) {
  say('part', '{"kind":"listening"}')
  setInterval(() => say('part', '{"kind":"alive"}'), 3_000).unref()
}

const listEnd = '{"removed":[],"reading":{"strategy":"cim","reason":null,"detail":""}}'

/** The virtual machines that are new to the other side, a line each: all of them once, and then none or the first, as BENCH_CHANGING says. */
function list(number) {
  let bytes = 0
  const say = (line) => {
    bytes += line.length
    process.stdout.write(line)
  }
  if (!isRemembered) {
    say(`${mark} ${number} part {"afresh":true}\n`)
    for (const part of parts) say(`${mark} ${number} part ${part}\n`)
  } else if (process.env.BENCH_CHANGING === 'one')
    say(`${mark} ${number} part ${parts[0].replace('second stage', `stage ${number}`)}\n`)
  isRemembered = true
  const end = `${mark} ${number} done ${listEnd}\n`
  // Written before the end is told, for whoever has been told looks at once.
  if (process.env.BENCH_LISTS !== undefined)
    appendFileSync(process.env.BENCH_LISTS, `${bytes + end.length}\n`)
  if (BENCH_COUNT !== undefined) writeFileSync(BENCH_COUNT, String(bytes + end.length))
  say(end)
}

/** A line is a write, as PowerShell does it; with CRLF all lines are one, as they are to a reader that was busy meanwhile. */
function answerBetweenSentinels(line) {
  const [, stream, sentinel] = /^\[Console\]::(Out|Error)\.WriteLine\("(\w+)"\)$/.exec(line) ?? []
  if (stream === 'Error') process.stderr.write(`${sentinel}${BENCH_EOL}`)
  else if (stream === 'Out') say(sentinel)
  else if (line.startsWith('{')) say(answerTo(JSON.parse(line)))
  function say(body) {
    if (BENCH_EOL === '\r\n') gather(body)
    else if (body.length < 65_536) process.stdout.write(`${body}${BENCH_EOL}`)
    else {
      process.stdout.write(body)
      process.stdout.write(BENCH_EOL)
    }
  }
}

/** A sentinel, the answer, and the sentinel again. */
function gather(line) {
  gathered.push(`${line}${BENCH_EOL}`)
  if (gathered.length === 3) process.stdout.write(gathered.splice(0).join(''))
}

function readLines(take) {
  let rest = ''
  process.stdin.setEncoding('utf8').on('data', (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    for (const line of lines) take(line.trimEnd())
  })
}

function readLengths(take) {
  let pending = Buffer.alloc(0)
  process.stdin.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk])
    while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32LE()) {
      const end = 4 + pending.readUInt32LE()
      take(pending.toString('utf8', 4, end))
      pending = pending.subarray(end)
    }
  })
}
