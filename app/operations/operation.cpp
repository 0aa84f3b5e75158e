// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operation.h"

#include <QCryptographicHash>

#include <algorithm>

namespace oxp {
namespace {

/// Feeds values with their lengths, so that no two requests look the same.
class Digest {
public:
  Digest &add(const QByteArray &bytes) {
    m_hash.addData(QByteArray::number(bytes.size()) + ':');
    m_hash.addData(bytes);
    return *this;
  }
  Digest &add(qint64 number) { return add(QByteArray::number(number)); }
  QByteArray result() const { return m_hash.result(); }

private:
  QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void addEdit(Digest &digest, const OperationRequest &request) {
  const JobSnapshot &baseline = *request.baseline;
  digest.add(baseline.sha1).add(baseline.present).add(baseline.timestamp);
  // Baseline and splices make the new data, and are short when it is long.
  if (request.splices.empty())
    digest.add(request.newData);
  for (const json::Splice &splice : request.splices)
    digest.add(splice.offset).add(splice.removed).add(splice.inserted);
}

} // namespace

const OperationSpec *findOperation(const QByteArray &id) {
  const auto &all = operationCatalogue();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const OperationSpec &spec) { return spec.id == id; });
  return found == all.end() ? nullptr : &*found;
}

QByteArray askId(const OperationSpec &spec) {
  return spec.id + ".ask";
}

bool isEdit(const QByteArray &id) {
  const OperationSpec *spec = findOperation(id);
  return spec && spec->edits;
}

QByteArray fieldStoredBy(const QByteArray &id) {
  const OperationSpec *spec = findOperation(id);
  return spec && spec->edits ? spec->field : QByteArray();
}

bool isDataEdit(const QByteArray &id) {
  return fieldStoredBy(id) == "data";
}

bool isSameInAll(const OperationSpec &spec, Family family, bool paused) {
  using Sameness = OperationSpec::Sameness;
  if (!isUnsure(family) || spec.sameness == Sameness::FourToSix)
    return true;
  if (family == Family::BullMq4To6 || spec.sameness == Sameness::None)
    return false;
  return spec.sameness == Sameness::FiveAndSix || !paused;
}

bool offers(const OperationSpec &spec, const QueueInfo &queue, JobState state, policy::Capabilities may,
            bool paused) {
  if (!includes(may, spec.needs) || queue.readOnly() || !isSameInAll(spec, queue.family, paused))
    return false;
  if (spec.scope == OperationSpec::Scope::Queue)
    return !spec.onPaused || *spec.onPaused == paused;
  return spec.states.empty() || std::find(spec.states.begin(), spec.states.end(), state) != spec.states.end();
}

Result<void> OperationRequest::checkArguments(const OperationSpec &spec) const {
  const std::vector<ArgumentSpec> taken = argumentsFor(spec.arguments, queue.family);
  for (auto given = arguments.begin(); given != arguments.end(); ++given) {
    const auto known = std::find_if(taken.begin(), taken.end(),
                                    [&](const ArgumentSpec &argument) { return argument.id == given.key(); });
    if (known == taken.end() || faultIn(*known, given.value()) != ArgumentFault::Right)
      return fail(ErrorKind::Invalid, QStringLiteral("argument %1").arg(QString::fromUtf8(given.key())),
                  QByteArrayLiteral("argument"));
  }
  return {};
}

QByteArray OperationRequest::hash() const {
  Digest digest;
  digest.add(operation).add(queue.id.prefix).add(queue.id.name).add(jobId);
  digest.add(jobTimestamp.has_value()).add(jobTimestamp.value_or(QByteArray()));
  digest.add(static_cast<int>(expectedState)).add(reason.toUtf8()).add(revertOf);
  digest.add(selection);
  for (auto it = arguments.begin(); it != arguments.end(); ++it)
    digest.add(it.key()).add(it.value());
  digest.add(baseline.has_value());
  if (baseline)
    addEdit(digest, *this);
  return digest.result();
}

} // namespace oxp
