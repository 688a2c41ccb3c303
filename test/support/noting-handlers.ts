import fc from 'fast-check'
import { type Handlers, type OperationName, operations } from '#contract/operations'
import { type Dispatch, createDispatcher } from '../../electron/core/dispatcher.ts'
import { mutated } from './hostile-values.ts'
import { createManualClock } from './manual-clock.ts'
import { silentLog } from './silent-log.ts'
import { validInputs } from './valid-inputs.ts'

export const operationNames = Object.keys(operations) as OperationName[]

/** The real dispatcher before handlers that note whether what reached them is what their schema lets through. */
export function createNotingHandlers(): {
  readonly dispatch: Dispatch
  readonly entered: { readonly name: OperationName; readonly isChecked: boolean }[]
} {
  const entered: { readonly name: OperationName; readonly isChecked: boolean }[] = []
  const handlers = Object.fromEntries(
    operationNames.map((name) => [
      name,
      (input: unknown) => {
        entered.push({ name, isChecked: operations[name].input.safeParse(input).success })
        return Promise.resolve({})
      },
    ]),
  ) as unknown as Handlers
  return { dispatch: createDispatcher(handlers, silentLog, createManualClock()), entered }
}

/** A message that would be good, but in one place. */
export const mutatedMessage: fc.Arbitrary<{ readonly name: OperationName; readonly input: unknown }> =
  fc.oneof(...operationNames.map((name) => mutated(validInputs[name]).map((input) => ({ name, input }))))

/** As far as a page, a program or a shell could have changed it. */
export function prototypesNow(): unknown {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype].map((each) =>
    Reflect.ownKeys(each).map(String),
  )
}
