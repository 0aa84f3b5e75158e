// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/record.h"
#include "operations/operation.h"
#include "workspace/receiptfollower.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace oxp {

class ReceiptsModel;

/// Writes a receipt for each operation of the person in any open profile, and sees that it is followed. GUI
/// thread.
class ReceiptKeeper : public QObject {
  Q_OBJECT

public:
  /// How a job is called, as far as somebody has just read it; empty = not known.
  using NameOf =
      std::function<QString(const QString &profileId, const QueueId &queue, const QByteArray &jobId)>;

  /// `model` outlives this.
  explicit ReceiptKeeper(ReceiptsModel &model, QObject *parent = nullptr);

  /// Removed jobs cannot be asked for their names any more.
  void setNames(NameOf nameOf) { m_nameOf = std::move(nameOf); }
  void addSession(ProfileSession *session);
  /// Its receipts stay, and nobody knows any more where their jobs are. Before the session goes.
  void removeSession(const QString &profileId);

private:
  Receipt receiptOf(const ProfileSession &session, const OperationRequest &request, qint64 record) const;
  void add(ProfileSession *session, const Receipt &receipt);
  void settle(ProfileSession *session, qint64 record, audit::Outcome outcome);

  ReceiptsModel &m_model;
  NameOf m_nameOf;
  QHash<QString, ReceiptFollower *> m_followers; ///< by the profile's id
};

} // namespace oxp
