import { z } from 'zod'
import type { Vm } from '#contract/model'
import { CimVm, vmReplyOfCim } from '../../../electron/hyperv/powershell/vm-of-cim.ts'
import { Figures, vmOfReply } from '../../../electron/hyperv/powershell/vm-of-reply.ts'
import type { Peer } from './peer.ts'

/** The whole host as one answer, parsed as one text and checked as one value: what is done where nothing is streamed. */
export async function readInOnePiece(peer: Peer): Promise<readonly Vm[]> {
  const answers = Answers.parse(await peer.ask({ everything: 1 }))
  return answers.map(({ cim, figures }) => vmOfReply(vmReplyOfCim(cim), figures))
}

const Answers = z.array(z.object({ cim: CimVm, figures: Figures }))
