/** What other tabs of this browser have sent, discarded or taken over leaves this one too. */

/**
 * @param {object} parts
 * @param {import('../rooms/screen.js').RoomScreen} parts.screen
 * @param {import('./box.js').Box} parts.box
 * @param {import('./outbox.js').Outbox} parts.outbox
 */
export function watchOtherTabs({ screen, box, outbox }) {
  addEventListener('storage', ({ key, oldValue, newValue }) => {
    if (newValue !== null) return;
    for (const session of screen.sessions) {
      if (session.draft.removedElsewhere(key, oldValue) && session === screen.session) box.replaceDraft('');
    }
    outbox.removedElsewhere(key);
  });
}
