/**
 * What stands against the app after Electronegativity ran, as sentences; none where all is well. It ends with 0 whatever
 * it finds, and passes by files that it can't read, so both are told apart here. `justified` are the findings that were
 * looked at, each with the reason why it is none; one that is not found any more has to go.
 */
export function judgeFindings({ report, output, justified }) {
  const findings = report.runs.flatMap(({ results }) => results).map(findingOf)
  const isJustified = ({ check, file }) =>
    justified.some((each) => each.check === check && each.files.includes(file))
  const isFound = (check, file) => findings.some((each) => each.check === check && each.file === file)
  const stale = justified.flatMap(({ check, files }) =>
    files
      .filter((file) => !isFound(check, file))
      .map((file) => `${check} is not found in ${file} any more: take it out of justified.json.`),
  )
  return [
    ...unread(output),
    ...findings
      .filter((finding) => !isJustified(finding))
      .map(({ check, file, line, text }) => `${check} in ${file}:${line}: ${text}`),
    ...stale,
  ]
}

function findingOf({ ruleId, message, locations }) {
  const { artifactLocation, region } = locations[0].physicalLocation
  const uri = artifactLocation.uri.replace(/^file:\/+/, '').replaceAll('\\', '/')
  return {
    check: ruleId,
    file: uri === '' ? 'the whole app' : uri,
    line: region.startLine,
    text: message.text.split('\n')[0],
  }
}

function unread(output) {
  return output
    .split('\n')
    .filter((line) => /error parsing/i.test(line))
    .map((line) => `A file could not be read. ${line.trim()}`)
}
