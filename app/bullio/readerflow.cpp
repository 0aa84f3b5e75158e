// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bullio/reader.h"

#include "bull/queuekey.h"
#include "bullio/replies.h"
#include "bullio/stateprobe.h"

#include <QSet>

#include <algorithm>

namespace oxp::reader {

namespace {

constexpr size_t ChildrenPerNode = 200;
constexpr size_t NodesPerLevel = 1'000;
constexpr int MostAncestors = 50;
/// A flow has many jobs, so each list is looked at less far than for one job.
constexpr int FlowDepth = 1'000;

/// Where a parent keeps its children, and what that says of a child.
struct ChildSource {
  const char *suffix;
  const char *scan;
  const char *count;
  size_t step;    ///< the child's key is every step-th item
  JobState state; ///< Unknown: has to be looked up
};

constexpr ChildSource ChildSources[] = {
    {":dependencies", "SSCAN", "SCARD", 1, JobState::Unknown},
    {":processed", "HSCAN", "HLEN", 2, JobState::Completed},
    {":failed", "HSCAN", "HLEN", 2, JobState::Failed},
    {":unsuccessful", "ZSCAN", "ZCARD", 2, JobState::Failed},
};

class FlowReader {
public:
  FlowReader(ReadSession &session, const std::vector<QueueInfo> &known, std::stop_token stop)
      : m_session(session)
      , m_parser(known)
      , m_probe(session, FlowDepth)
      , m_stop(std::move(stop)) {}

  Result<FlowNode> read(const QueueId &queue, const QByteArray &jobId);

private:
  FlowNode nodeAt(const QByteArray &key) const;
  /// Fills in name and state of nodes; those whose state is known keep it.
  Result<void> lookUp(const std::vector<FlowNode *> &nodes);
  /// Reads the children of nodes, one level.
  Result<void> readChildren(const std::vector<FlowNode *> &nodes);
  /// Puts the ancestors above a node, root first.
  Result<FlowNode> withAncestors(FlowNode node);

  ReadSession &m_session;
  queuekey::JobKeyParser m_parser;
  StateProbe m_probe;
  std::stop_token m_stop;
};

FlowNode FlowReader::nodeAt(const QByteArray &key) const {
  FlowNode node;
  node.key = key;
  if (const auto place = m_parser.parse(key)) {
    node.queue = place->queue;
    node.jobId = place->jobId;
  }
  return node;
}

Result<void> FlowReader::lookUp(const std::vector<FlowNode *> &nodes) {
  if (nodes.empty())
    return {};
  std::vector<Command> commands;
  for (const FlowNode *node : nodes) {
    commands.push_back(Command::of("HGET", node->key, "name"));
    if (node->state == JobState::Unknown)
      m_probe.append(commands, node->queue, node->jobId);
    else
      commands.push_back(Command::of("EXISTS", node->key));
  }
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  // A child may lie where this user may not look: it stays in the tree, without name and state.
  std::span<const Reply> rest(*replies);
  for (FlowNode *node : nodes) {
    node->name = replies::bytes(rest[0]);
    if (node->state == JobState::Unknown) {
      const auto found = m_probe.read(rest.subspan(1), node->jobId);
      node->state = found.state;
      node->missing = !found.exists;
      rest = rest.subspan(1 + StateProbe::CommandCount);
    } else {
      node->missing = replies::integer(rest[1]) == 0;
      rest = rest.subspan(2);
    }
  }
  return {};
}

Result<void> FlowReader::readChildren(const std::vector<FlowNode *> &nodes) {
  if (nodes.empty())
    return {};
  std::vector<Command> commands;
  for (const FlowNode *node : nodes) {
    for (const ChildSource &source : ChildSources) {
      commands.push_back(Command::of(source.count, node->key + source.suffix));
      commands.push_back(
          Command::of(source.scan, node->key + source.suffix, 0, "COUNT", qint64(ChildrenPerNode)));
    }
  }
  const auto replies = m_session.pipeline(commands, m_stop);
  if (!replies)
    return fail(replies.error());
  std::vector<FlowNode *> children;
  size_t at = 0;
  for (FlowNode *node : nodes) {
    qint64 total = 0;
    for (const ChildSource &source : ChildSources) {
      total += replies::integer((*replies)[at++]);
      const Reply &scan = (*replies)[at++];
      const auto items = scan.items.size() == 2 ? replies::list(scan.items[1]) : std::vector<QByteArray>();
      for (size_t i = 0; i < items.size() && node->children.size() < ChildrenPerNode; i += source.step) {
        node->children.push_back(nodeAt(items[i]));
        node->children.back().state = source.state;
      }
    }
    std::sort(node->children.begin(), node->children.end(),
              [](const FlowNode &a, const FlowNode &b) { return a.key < b.key; });
    if (children.size() + node->children.size() > NodesPerLevel)
      node->children.resize(NodesPerLevel - children.size());
    node->hasMore = total > qint64(node->children.size());
    for (FlowNode &child : node->children)
      children.push_back(&child);
  }
  return lookUp(children);
}

Result<FlowNode> FlowReader::withAncestors(FlowNode node) {
  QSet<QByteArray> seen{node.key};
  for (int i = 0; i < MostAncestors; ++i) {
    const auto parentKey = m_session.call(Command::of("HGET", node.key, "parentKey"), m_stop);
    if (!parentKey && parentKey.error().kind == ErrorKind::Denied)
      break;
    if (!parentKey)
      return fail(parentKey.error());
    const QByteArray key = replies::bytes(*parentKey);
    if (key.isEmpty() || seen.contains(key))
      break;
    seen.insert(key);
    FlowNode parent = nodeAt(key);
    if (const auto done = lookUp({&parent}); !done)
      return fail(done.error());
    parent.hasMore = true; // its other children are left out
    parent.children.push_back(std::move(node));
    node = std::move(parent);
  }
  return node;
}

Result<FlowNode> FlowReader::read(const QueueId &queue, const QByteArray &jobId) {
  FlowNode node;
  node.queue = queue;
  node.jobId = jobId;
  node.key = queue.key(jobId);
  if (const auto done = lookUp({&node}); !done)
    return fail(done.error());
  if (const auto done = readChildren({&node}); !done)
    return fail(done.error());
  std::vector<FlowNode *> children;
  for (FlowNode &child : node.children)
    children.push_back(&child);
  if (const auto done = readChildren(children); !done)
    return fail(done.error());
  return withAncestors(std::move(node));
}

} // namespace

Result<FlowNode> flow(ReadSession &session, const QueueInfo &queue, const QByteArray &jobId,
                      const std::vector<QueueInfo> &knownQueues, std::stop_token stop) {
  return FlowReader(session, knownQueues, std::move(stop)).read(queue.id, jobId);
}

} // namespace oxp::reader
