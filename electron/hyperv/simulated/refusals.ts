import { SimulatedError } from './simulation.ts'
import type { Simulation } from './simulation.ts'

/** All that the simulated Hyper-V says no to. */
export type RefusalKind = keyof typeof refusals
export type Culture = Simulation['culture']

/** The error as Hyper-V would report it: ids and categories are the same in every language, texts are not. */
export function refusalOf(kind: RefusalKind, culture: Culture, target: string | null): SimulatedError {
  const [errorId, category, english, german] = refusals[kind]
  const text = culture === 'de-DE' ? german : english
  return new SimulatedError(
    errorId,
    category,
    text.replaceAll('{0}', () => target ?? ''),
    target,
  )
}

const refusals = {
  // Hyper-V names nothing here: it did not find what it would name.
  vmNotFound: [
    'ObjectNotFound',
    'ObjectNotFound',
    'Hyper-V was unable to find a virtual machine with this Id.',
    'Hyper-V hat keinen virtuellen Computer mit dieser ID gefunden.',
  ],
  checkpointNotFound: [
    'ObjectNotFound',
    'ObjectNotFound',
    'Hyper-V was unable to find a checkpoint matching the given criteria.',
    'Hyper-V hat keinen Prüfpunkt gefunden, der den Kriterien entspricht.',
  ],
  disabled: [
    'OperationFailed',
    'NotSpecified',
    "Checkpoint operation for '{0}' failed. Checkpoints have been disabled.",
    'Fehler beim Prüfpunktvorgang für "{0}". Prüfpunkte wurden deaktiviert.',
  ],
  productionImpossible: [
    'OperationFailed',
    'NotSpecified',
    "Checkpoint operation for '{0}' failed. Production checkpoints cannot be created.",
    'Fehler beim Prüfpunktvorgang für "{0}". Es können keine Produktionsprüfpunkte erstellt werden.',
  ],
  gpuPartition: [
    'OperationFailed',
    'NotSpecified',
    "Checkpoint operation for '{0}' failed. A GPU partition is assigned to the virtual machine.",
    'Fehler beim Prüfpunktvorgang für "{0}". Dem virtuellen Computer ist eine GPU-Partition zugewiesen.',
  ],
  limit: [
    'OperationFailed',
    'NotSpecified',
    "Checkpoint operation for '{0}' failed. The maximum number of checkpoints has been reached.",
    'Fehler beim Prüfpunktvorgang für "{0}". Die maximale Anzahl von Prüfpunkten ist erreicht.',
  ],
  replica: [
    'InvalidState',
    'InvalidOperation',
    "'{0}' is a replica virtual machine. The operation cannot be performed in its current state.",
    '"{0}" ist ein virtueller Replikatcomputer. Der Vorgang kann im aktuellen Zustand nicht ausgeführt werden.',
  ],
  wrongState: [
    'InvalidState',
    'InvalidOperation',
    "'{0}': the operation cannot be performed while the object is in its current state.",
    '"{0}": Der Vorgang kann nicht ausgeführt werden, solange sich das Objekt im aktuellen Zustand befindet.',
  ],
  busy: [
    'ObjectInUse',
    'ResourceBusy',
    "'{0}': the operation cannot be performed while the object is in use.",
    '"{0}": Der Vorgang kann nicht ausgeführt werden, während das Objekt verwendet wird.',
  ],
  locationInUse: [
    'InvalidState',
    'InvalidOperation',
    "The checkpoint file location of '{0}' cannot be changed while it has checkpoints.",
    'Der Speicherort für Prüfpunktdateien von "{0}" kann nicht geändert werden, solange Prüfpunkte vorhanden sind.',
  ],
  invalidName: [
    'InvalidParameter',
    'InvalidArgument',
    'The name must hold between 1 and 100 characters.',
    'Der Name muss zwischen 1 und 100 Zeichen lang sein.',
  ],
  filesMissing: [
    'OperationFailed',
    'NotSpecified',
    "The files of the checkpoint '{0}' could not be found.",
    'Die Dateien des Prüfpunkts "{0}" wurden nicht gefunden.',
  ],
  notForUsers: [
    'InvalidOperation',
    'InvalidOperation',
    "The checkpoint '{0}' cannot be used for this operation.",
    'Der Prüfpunkt "{0}" kann für diesen Vorgang nicht verwendet werden.',
  ],
  folderMissing: [
    'InvalidParameter',
    'InvalidArgument',
    "The folder '{0}' could not be found.",
    'Der Ordner "{0}" wurde nicht gefunden.',
  ],
  folderDenied: [
    'OperationFailed',
    'NotSpecified',
    "Export failed: general access denied error for '{0}'.",
    'Fehler beim Export: Allgemeiner Zugriffsfehler für "{0}".',
  ],
  diskFull: [
    'OperationFailed',
    'NotSpecified',
    "The disks of '{0}' could not be merged. There is not enough space on the disk.",
    'Die Datenträger von "{0}" konnten nicht zusammengeführt werden. Es steht nicht genug Speicherplatz auf dem Datenträger zur Verfügung.',
  ],
  cancelled: [
    'OperationFailed',
    'NotSpecified',
    'The operation was canceled.',
    'Der Vorgang wurde abgebrochen.',
  ],
  notCancellable: [
    'InvalidState',
    'InvalidOperation',
    'This job cannot be canceled in its current state.',
    'Dieser Auftrag kann im aktuellen Zustand nicht abgebrochen werden.',
  ],
  exportExists: [
    'OperationFailed',
    'NotSpecified',
    "Export failed: the folder '{0}' already exists.",
    'Fehler beim Export: Der Ordner "{0}" ist bereits vorhanden.',
  ],
} as const
