/** The day on the clock of the machine, as it is printed and kept: 2025-08-12. */
export function isoDate(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
