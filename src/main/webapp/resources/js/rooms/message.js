/** Leads to a message of a room: in the talk itself, or among its neighbours where that is far up. */
import { t } from '../language/words.js';
import { importing } from '../shell/importing.js';
import { SEARCH_TOOLS } from '../shell/search.js';
import { toast } from '../shell/toast.js';

const load = importing(() => import('../search/context.js'));

/**
 * @param {import('./store.js').RoomStore} store of the room on the screen
 * @param {number} seq
 * @param {import('../timeline/timeline.js').Timeline} timeline
 */
export async function goToMessage({ id, name }, seq, timeline) {
  try {
    if (await timeline.going.go(seq)) return;
    const { openContext } = await load();
    openContext(SEARCH_TOOLS, { room: id, roomName: name, seq, by: 0, name: '', at: 0, body: '', marks: [] }, async () => {});
  } catch {
    toast(t('api.not-reached'));
  }
}
