import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import { alwaysShown, vmColumns, type VmColumn } from '../vm-columns.ts'
import type { VmOrder } from '../vm-order.ts'
import { keptSetting, without } from './kept-setting.ts'

/** The columns of the list of virtual machines, as people arranged them. */
export const useColumns = defineStore('columns', () => {
  const { shown: columns, keep } = keptSetting<AppSettings['columns']>(
    (settings) => settings.columns,
    (columns) => ({ columns }),
  )

  const order = computed<VmOrder>(() => ({
    column: columns.value.sortedBy,
    isDescending: columns.value.isDescending,
  }))
  const chosen = computed<readonly VmColumn[]>(() =>
    vmColumns.filter((column) => column === alwaysShown || !columns.value.hidden.includes(column)),
  )

  /** The column the list is ordered by already turns it round. */
  function sortBy(column: VmColumn): void {
    const { sortedBy, isDescending } = columns.value
    columns.value = {
      ...columns.value,
      sortedBy: column,
      isDescending: sortedBy === column && !isDescending,
    }
    keep()
  }

  function choose(shown: readonly VmColumn[]): void {
    columns.value = { ...columns.value, hidden: vmColumns.filter((column) => !shown.includes(column)) }
    keep()
  }

  function resize(column: VmColumn, pixels: number): void {
    columns.value = { ...columns.value, widths: { ...columns.value.widths, [column]: pixels } }
  }

  /** Back to the width it has without anybody's doing. */
  function resetWidth(column: VmColumn): void {
    columns.value = { ...columns.value, widths: without(columns.value.widths, column) }
    keep()
  }

  function resetAll(): void {
    columns.value = defaultAppSettings.columns
    keep()
  }

  return {
    order,
    chosen,
    widthOf: (column: VmColumn): number | null => columns.value.widths[column] ?? null,
    sortBy,
    choose,
    resize,
    resetWidth,
    resetAll,
    keep,
  }
})
