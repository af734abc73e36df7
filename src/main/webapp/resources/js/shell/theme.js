/**
 * The choice of the colour scheme: light, dark, or the device's. Stored in a cookie, so that the server renders the next page
 * with it.
 */

const MEDIA = { '': 'screen and (prefers-color-scheme: dark)', light: 'not all', dark: 'screen' };
const A_YEAR = 365 * 24 * 3600;

/** @returns {keyof MEDIA} */
function chosen() {
  const found = /(?:^|; )hostel_look=(light|dark)/.exec(document.cookie);
  return /** @type {keyof MEDIA} */ (found?.[1] ?? '');
}

export function startTheme() {
  const group = document.querySelector('[data-look]');
  const night = document.getElementById('night');
  if (!(group instanceof HTMLElement) || !(night instanceof HTMLLinkElement)) return;
  const buttons = [...group.querySelectorAll('button')];
  const show = () => buttons.forEach((button) => button.setAttribute('aria-pressed', String(button.value === chosen())));
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const look = /** @type {keyof MEDIA} */ (button.value);
      const secure = location.protocol === 'https:' ? '; Secure' : '';
      document.cookie = `hostel_look=${look}; Path=/; SameSite=Lax; Max-Age=${look ? A_YEAR : 0}${secure}`;
      night.media = MEDIA[look];
      show();
    });
  }
  show();
  group.hidden = false;
}
