/**
 * `#rrggbb` or `#rrggbbaa` of a colour as browsers compute it: `rgb(1, 2, 3)`, `rgb(1 2 3 / 50%)`, `color(srgb 0 0.5 1)`.
 * Black for anything else.
 */
export function hexColor(computed: string): string {
  const isFraction = computed.startsWith('color(srgb');
  const channels = [...computed.replace('color(srgb', '').matchAll(/([\d.]+)(%?)/g)].map(
    ([, number = '0', percent]) => (percent === '%' ? Number(number) / 100 : Number(number)),
  );
  const [red = 0, green = 0, blue = 0, alpha = 1] = channels;
  const scale = isFraction ? 255 : 1;
  const bytes = [red * scale, green * scale, blue * scale];
  if (alpha < 1) bytes.push(alpha * 255);
  return `#${bytes.map(byte).join('')}`;
}

function byte(value: number): string {
  return Math.min(255, Math.round(value)).toString(16).padStart(2, '0');
}
