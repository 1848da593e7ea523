/** Stroke icons on a 20 × 20 grid, drawn for this portal; decoration only, the words stand beside them. */
const paths = {
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11M13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5L5 15',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7M10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4',
  moon: 'M16.5 11.5A7 7 0 0 1 8.5 3.5a7 7 0 1 0 8 8',
  globe:
    'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M2.5 10h15M10 2.5c4 4.5 4 10.5 0 15M10 2.5c-4 4.5-4 10.5 0 15',
  user: 'M10 3a3.5 3.5 0 1 1 0 7a3.5 3.5 0 0 1 0-7M3.5 17c.8-3.600 3.300-5 6.5-5s5.700 1.400 6.5 5',
  desk: 'M3 4h14v9H3zM7 17h6M10 13v4',
  check: 'M4 10.5l4 4l8-9',
  checkCircle: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M6.5 10.200l2.5 2.5l4.5-5',
  warn: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.200v.3',
  stop: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M5 5l10 10',
  dot: 'M10 7a3 3 0 1 1 0 6a3 3 0 0 1 0-6',
  ring: 'M10 5.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9',
  half: 'M10 5.5a4.5 4.5 0 1 1 0 9zM10 5.5a4.5 4.5 0 0 0 0 9',
  clock: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 6v4.300l3 1.700',
  info: 'M10 2.5a7.5 7.5 0 1 1 0 15a7.5 7.5 0 0 1 0-15M10 9v4.5M10 6.300v.3',
  filter: 'M3 4.5h14l-5.5 6.5v5l-3-1.5v-3.5z',
  right: 'M7.5 4.5l5.5 5.5l-5.5 5.5',
  left: 'M12.5 4.5L7 10l5.5 5.5',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  up: 'M4.5 12.5L10 7l5.5 5.5',
  plus: 'M10 4v12M4 10h12',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15',
  upload: 'M10 13V3.5M6 7.5l4-4l4 4M3.5 13v3.5h13V13',
  download: 'M10 3.5V13M6 9l4 4l4-4M3.5 13.5v3h13v-3',
  link: 'M8 12l4-4M8.5 5.5l2-2a3.5 3.5 0 0 1 5 5l-2 2M11.5 14.5l-2 2a3.5 3.5 0 0 1-5-5l2-2',
  shield: 'M10 2.5l6.5 2.5v5c0 3.5-2.5 6-6.5 7.5c-4-1.5-6.5-4-6.5-7.5V5z',
  lock: 'M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  trash: 'M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.600l.7-11',
  building: 'M4 17.5v-14h8v14M12 8.5h4.5v9M2.5 17.5h15M7 7h2M7 10.5h2M7 14h2',
  refresh: 'M16 6.5A7 7 0 1 0 17 11M16 3v3.5h-3.5',
  external: 'M11 3.5h5.5V9M16.5 3.5L9 11M14 12v4.5H3.5V6H8',
  edit: 'M3.5 16.5l1-4L13 4l3 3l-8.5 8.5zM11.5 5.5l3 3',
  copy: 'M7 7h9.5v9.5H7zM4 13H3.5V3.5H13V4',
  chart: 'M3.5 16.5h13M5.5 16.5V10M10 16.5V4M14.5 16.5V7.5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
