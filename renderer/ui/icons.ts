import add from '@fluentui/svg-icons/icons/add_16_regular.svg?raw'
import arrowExport from '@fluentui/svg-icons/icons/arrow_export_16_regular.svg?raw'
import arrowRight from '@fluentui/svg-icons/icons/arrow_right_16_regular.svg?raw'
import arrowSync from '@fluentui/svg-icons/icons/arrow_sync_16_regular.svg?raw'
import arrowUndo from '@fluentui/svg-icons/icons/arrow_undo_16_regular.svg?raw'
import arrowUp from '@fluentui/svg-icons/icons/arrow_up_16_regular.svg?raw'
import archive from '@fluentui/svg-icons/icons/archive_16_regular.svg?raw'
import calendarClock from '@fluentui/svg-icons/icons/calendar_clock_16_regular.svg?raw'
import checkmark from '@fluentui/svg-icons/icons/checkmark_16_regular.svg?raw'
import checkmarkCircle from '@fluentui/svg-icons/icons/checkmark_circle_16_regular.svg?raw'
import chevronDown from '@fluentui/svg-icons/icons/chevron_down_16_regular.svg?raw'
import chevronLeft from '@fluentui/svg-icons/icons/chevron_left_16_regular.svg?raw'
import chevronRight from '@fluentui/svg-icons/icons/chevron_right_16_regular.svg?raw'
import chevronUp from '@fluentui/svg-icons/icons/chevron_up_16_regular.svg?raw'
import clock from '@fluentui/svg-icons/icons/clock_16_regular.svg?raw'
import column from '@fluentui/svg-icons/icons/layout_column_three_16_regular.svg?raw'
import compose from '@fluentui/svg-icons/icons/compose_16_regular.svg?raw'
import copy from '@fluentui/svg-icons/icons/copy_16_regular.svg?raw'
import database from '@fluentui/svg-icons/icons/database_16_regular.svg?raw'
import deleteIcon from '@fluentui/svg-icons/icons/delete_16_regular.svg?raw'
import desktop from '@fluentui/svg-icons/icons/desktop_16_regular.svg?raw'
import dismiss from '@fluentui/svg-icons/icons/dismiss_16_regular.svg?raw'
import documentDismiss from '@fluentui/svg-icons/icons/document_dismiss_16_regular.svg?raw'
import errorCircle from '@fluentui/svg-icons/icons/error_circle_16_regular.svg?raw'
import folder from '@fluentui/svg-icons/icons/folder_16_regular.svg?raw'
import folderOpen from '@fluentui/svg-icons/icons/folder_open_16_regular.svg?raw'
import hardDrive from '@fluentui/svg-icons/icons/hard_drive_16_regular.svg?raw'
import heartPulse from '@fluentui/svg-icons/icons/heart_pulse_20_regular.svg?raw'
import history from '@fluentui/svg-icons/icons/history_16_regular.svg?raw'
import info from '@fluentui/svg-icons/icons/info_16_regular.svg?raw'
import lockClosed from '@fluentui/svg-icons/icons/lock_closed_16_regular.svg?raw'
import moreHorizontal from '@fluentui/svg-icons/icons/more_horizontal_16_regular.svg?raw'
import navigation from '@fluentui/svg-icons/icons/navigation_16_regular.svg?raw'
import pause from '@fluentui/svg-icons/icons/pause_16_regular.svg?raw'
import play from '@fluentui/svg-icons/icons/play_16_regular.svg?raw'
import playFilled from '@fluentui/svg-icons/icons/play_16_filled.svg?raw'
import power from '@fluentui/svg-icons/icons/power_20_regular.svg?raw'
import questionCircle from '@fluentui/svg-icons/icons/question_circle_16_regular.svg?raw'
import ram from '@fluentui/svg-icons/icons/ram_16_regular.svg?raw'
import rename from '@fluentui/svg-icons/icons/rename_16_regular.svg?raw'
import save from '@fluentui/svg-icons/icons/save_16_regular.svg?raw'
import search from '@fluentui/svg-icons/icons/search_16_regular.svg?raw'
import server from '@fluentui/svg-icons/icons/server_16_regular.svg?raw'
import settings from '@fluentui/svg-icons/icons/settings_16_regular.svg?raw'
import shieldCheckmark from '@fluentui/svg-icons/icons/shield_checkmark_16_regular.svg?raw'
import star from '@fluentui/svg-icons/icons/star_16_regular.svg?raw'
import starFilled from '@fluentui/svg-icons/icons/star_16_filled.svg?raw'
import stop from '@fluentui/svg-icons/icons/stop_16_regular.svg?raw'
import warning from '@fluentui/svg-icons/icons/warning_16_regular.svg?raw'

/** Fluent's drawings under our own names for what they mean here. */
export const icons = {
  add,
  'add-named': compose,
  apply: play,
  archive,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  check: checkmark,
  checkpoint: database,
  clock,
  close: dismiss,
  collapse: chevronDown,
  columns: column,
  copy,
  delete: deleteIcon,
  down: chevronDown,
  drive: hardDrive,
  error: errorCircle,
  expand: chevronRight,
  export: arrowExport,
  folder,
  'folder-open': folderOpen,
  health: heartPulse,
  help: questionCircle,
  host: server,
  info,
  left: chevronLeft,
  lock: lockClosed,
  memory: ram,
  menu: navigation,
  missing: documentDismiss,
  more: moreHorizontal,
  /** Keeps the place of an icon. */
  none: '',
  now: playFilled,
  ok: checkmarkCircle,
  pause,
  planned: calendarClock,
  power,
  refresh: arrowSync,
  rename,
  replica: arrowSync,
  revert: arrowUndo,
  right: chevronRight,
  save,
  savepoint: history,
  search,
  settings,
  shield: shieldCheckmark,
  star,
  'star-set': starFilled,
  start: play,
  stop,
  up: chevronUp,
  vm: desktop,
  warning,
} as const satisfies Readonly<Record<string, string>>

export type IconName = keyof typeof icons
