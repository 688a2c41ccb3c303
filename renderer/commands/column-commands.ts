import { ask } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { useColumns } from '../stores/columns.ts'
import { text } from '../text.ts'
import { alwaysShown, vmColumns, type VmColumn } from '../vm-columns.ts'
import { always, toggle } from './always.ts'
import type { Offer, OfferGroups } from './command.ts'

/** Which columns the list has, by a dialog as in Hyper-V Manager. */
export const columnsOffer = always('columns', text.columns.choose, 'columns', [], () =>
  ask(lateDialogs.columns, () => ({ chosen: useColumns().chosen, choose: useColumns().choose })),
)

/** The menu of the headings. */
export function columnOffers(): OfferGroups {
  return [
    vmColumns.map(columnOffer),
    [
      columnsOffer,
      always('columns-at-first', text.columns.atFirst, 'none', [], () => {
        useColumns().resetAll()
        return Promise.resolve()
      }),
    ],
  ]
}

function columnOffer(column: VmColumn): Offer {
  const { chosen, choose } = useColumns()
  const isOn = chosen.includes(column)
  const turned = isOn ? chosen.filter((each) => each !== column) : [...chosen, column]
  const offered = toggle(`column-${column}`, text.vms.columns[column], isOn, () => {
    choose(turned)
  })
  if (column !== alwaysShown) return offered
  return { ...offered, reason: text.columns.nameStays, run: () => undefined }
}
