import childProcess from 'node:child_process'
import { appendFileSync, writeSync } from 'node:fs'
import fsPromises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded with --import, it ends the process from one moment to the next, as the Task Manager or a power failure would, at the
 * step that SAVEPOINT_TEST_KILL_AT names. Steps are what is written to the journal, and what goes to and fro between the app
 * and a PowerShell that it asks to change something. SAVEPOINT_TEST_STEPS is a file that gets a line for each.
 */
const { SAVEPOINT_TEST_KILL_AT: last, SAVEPOINT_TEST_STEPS: file } = process.env
let count = 0

function step(name, beforeTheEnd = () => undefined) {
  count += 1
  appendFileSync(file, `${name}\n`)
  if (count !== Number(last)) return
  beforeTheEnd()
  process.kill(process.pid, 'SIGKILL')
}

const { open } = fsPromises
fsPromises.open = async (path, ...rest) => {
  const handle = await open(path, ...rest)
  return /operations-\d+\.jsonl$/.test(String(path)) ? journalSteps(handle) : handle
}

function journalSteps(handle) {
  const [append, sync] = [handle.appendFile.bind(handle), handle.sync.bind(handle)]
  let entry = ''
  handle.appendFile = (line) => {
    entry = JSON.parse(line).step
    step(`${entry} not written yet`)
    step(`${entry} written in part`, () => writeSync(handle.fd, line.slice(0, line.length / 2)))
    return append(line)
  }
  handle.sync = async () => {
    await sync()
    step(`${entry} written`)
  }
  return handle
}

const { spawn } = childProcess
childProcess.spawn = (...parameters) => {
  const child = spawn(...parameters)
  if (child.stdin !== null && child.stdout !== null) shellSteps(child)
  return child
}
syncBuiltinESMExports()

const reading =
  /^(hello|connect|diagnose|list|read-|vm-|checkpoint-details|thumbnail|readiness|last-event|costs|storage|watch)/

function shellSteps({ stdin, stdout }) {
  const [write, push] = [stdin.write.bind(stdin), stdout.push.bind(stdout)]
  let asked = null
  stdin.write = (text, ...rest) => {
    const verb = /^Invoke-Verb '([\w-]+)'/.exec(text)?.[1] ?? 'hello'
    if (reading.test(verb)) return write(text, ...rest)
    step(`${verb} not sent yet`)
    asked = verb
    const isTaken = write(text, ...rest)
    step(`${verb} sent`)
    return isTaken
  }
  stdout.push = (chunk, ...rest) => {
    if (asked === null || chunk === null) return push(chunk, ...rest)
    const verb = asked
    const isAnswer = / (done|failed) /.test(String(chunk))
    if (isAnswer) asked = null
    step(`${verb} ${isAnswer ? 'answered' : 'said something'}`)
    const isWanted = push(chunk, ...rest)
    step(`${verb} heard`)
    return isWanted
  }
}
