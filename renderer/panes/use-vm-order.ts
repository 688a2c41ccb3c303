import { shallowRef, type Ref } from 'vue'
import type { VmColumn, VmOrder } from '../vm-order.ts'

/** The column the list is ordered by; the same column again turns it round. */
export function useVmOrder(): {
  readonly order: Readonly<Ref<VmOrder>>
  readonly sortBy: (column: VmColumn) => void
} {
  const order = shallowRef<VmOrder>({ column: 'name', isDescending: false })
  return {
    order,
    sortBy: (column) => {
      const isSame = order.value.column === column
      order.value = { column, isDescending: isSame && !order.value.isDescending }
    },
  }
}
