import { z } from 'zod'
import { type Failure, failureOf } from '#contract/errors'
import { type Vm, VmId } from '#contract/model'
import { appErrorOf } from '../failures.ts'
import { checked, ErrorReply } from './replies.ts'
import { CimVm, vmReplyOfCim } from './vm-of-cim.ts'
import { Figures, VmReply, vmOfReply } from './vm-of-reply.ts'

/** One line of what list.ps1 prints. */
export type ListPart =
  /** What follows is everything there is, and not what changed. */
  | { readonly kind: 'afresh' }
  | { readonly kind: 'vm'; readonly vm: Vm }
  | { readonly kind: 'figures'; readonly figures: ReadonlyMap<VmId, Figures> }
  /** The host could not tell of it this time. */
  | { readonly kind: 'unread'; readonly vmId: VmId | null; readonly failure: Failure }
  /** We could not understand what was told of it, and it will not be told again by itself. */
  | { readonly kind: 'broken'; readonly vmId: VmId | null; readonly failure: Failure }

/** A `HostReading` of the ports. */
const Reading = z.object({
  strategy: z.enum(['cim', 'cmdlets']),
  reason: z.enum(['query-failed', 'properties-missing', 'no-rows']).nullable(),
  /** What the host said, in its own language. */
  detail: z.string(),
})

const ListEnd = z.object({ removed: z.array(VmId), reading: Reading })
export type ListEnd = z.infer<typeof ListEnd>

const CimAnswer = z.object({ cim: CimVm, figures: Figures })
const CmdletAnswer = z.object({ vm: VmReply, figures: Figures })
const OtherPart = z.union([
  z.object({ afresh: z.literal(true) }),
  z.object({ unread: z.object({ vmId: z.string().nullable(), error: ErrorReply }) }),
  z.object({ figures: z.record(VmId, Figures) }),
])

/** A line that makes no sense costs the one virtual machine that it speaks of, never the list. */
export function listPartOf(value: unknown): ListPart {
  try {
    if (speaksOfVm(value)) return { kind: 'vm', vm: vmOfAnswer(value) }
    const part = checked(OtherPart, value)
    if ('afresh' in part) return { kind: 'afresh' }
    if ('figures' in part) return { kind: 'figures', figures: figuresById(part.figures) }
    const vmId = VmId.nullable().catch(null).parse(part.unread.vmId)
    return { kind: 'unread', vmId, failure: appErrorOf(part.unread.error) }
  } catch (error) {
    return { kind: 'broken', vmId: idIn(value), failure: failureOf(error) }
  }
}

export function listEndOf(value: unknown): ListEnd {
  return checked(ListEnd, value)
}

/** One virtual machine, in whichever way it was read. */
export function vmOfAnswer(value: unknown): Vm {
  if (typeof value === 'object' && value !== null && 'cim' in value) {
    const { cim, figures } = checked(CimAnswer, value)
    return vmOfReply(vmReplyOfCim(cim), figures)
  }
  const { vm, figures } = checked(CmdletAnswer, value)
  return vmOfReply(vm, figures)
}

function speaksOfVm(value: unknown): boolean {
  return typeof value === 'object' && value !== null && ('cim' in value || 'vm' in value)
}

function figuresById(figures: Readonly<Record<VmId, Figures>>): ReadonlyMap<VmId, Figures> {
  return new Map(Object.entries(figures).map(([id, each]) => [VmId.parse(id), each]))
}

const Identified = z.object({ id: VmId })
const WithId = z.union([z.object({ cim: Identified }), z.object({ vm: Identified })])

function idIn(value: unknown): VmId | null {
  const found = WithId.safeParse(value)
  if (!found.success) return null
  return 'cim' in found.data ? found.data.cim.id : found.data.vm.id
}
