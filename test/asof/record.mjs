// What is on record, as far as it can be asked for by name.

const named = {
  action: ['actionId'],
  agenda: ['agendaId'],
  attachment: ['attachmentId'],
  conference: ['conferenceId'],
  decision: ['decisionId'],
  delivery: ['deliveryId'],
  document: ['documentId'],
  erasure: ['erasureId'],
  guidance: ['guidanceId'],
  member: ['code'],
  practice: ['contributionId'],
  project: ['projectId'],
  session: ['sessionId'],
  topic: ['contributionId', 'topicId'],
};

const outside = ['person', 'credential', 'draft', 'checkpoint'];
const onChain = ['topic', 'practice', 'guidance', 'decision', 'agenda', 'call', 'document', 'action'];
const governed = ['topic', 'practice', 'agenda', 'guidance', 'call', 'decision', 'action'];

/** Ids by the name of the parameter that takes them, oldest first. */
export const idsOnRecord = async (store) => {
  const ids = { versions: [], lines: [], nodes: [], instances: [], owners: [], streams: [], objects: [] };
  Object.values(named)
    .flat()
    .forEach((name) => {
      ids[name] = [];
    });
  const versions = new Set();
  for await (const { streamId, revision, type, data } of store.readAll()) {
    const dash = streamId.indexOf('-');
    const [object, id] = [streamId.slice(0, dash), streamId.slice(dash + 1)];
    if (outside.includes(object)) continue;
    if (revision === 0n) {
      ids.streams.push(streamId);
      ids.objects.push({ object, id });
      (named[object] ?? []).forEach((name) => ids[name].push(id));
      if (onChain.includes(object)) ids.nodes.push(streamId);
      if (governed.includes(object)) ids.instances.push({ object, id });
    }
    if (type === 'AttachmentFiled') ids.owners.push({ object: data.owner.object, id: data.owner.id });
    if (type === 'AgendaItemAdded') {
      ids.nodes.push(`agendaItem-${data.itemId}`);
      ids.lines.push({ agendaId: id, version: '1', itemId: data.itemId });
    }
    if (object === 'agenda' && Number.isInteger(data.version)) versions.add(`${id} ${data.version}`);
  }
  ids.versions = [...versions].map((text) => ({ agendaId: text.split(' ')[0], version: text.split(' ')[1] }));
  return ids;
};
