// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditstore.h"
#include "bullio/scriptregistry.h"
#include "models/activitymodel.h"
#include "models/receiptsmodel.h"
#include "workspace/profilesession.h"

#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace oxp::test {

/// The places of the window that only what happens fills, each with everything that it can say.
class FilledPlaces {
public:
  struct Maker {
    const char *name;
    std::function<std::unique_ptr<QWidget>()> make;
    bool inPane; ///< as wide as the job's pane; else as the table's column
  };

  FilledPlaces();
  ~FilledPlaces();

  std::vector<Maker> makers();
  /// Whether a text is a part of what they were filled with, and no words of the program.
  static bool isFilling(const QString &text);

private:
  void fillReceipts();
  void fillActivity();
  void fillHistory();
  std::unique_ptr<QWidget> receiptRows() const;
  std::unique_ptr<QWidget> history();

  QTemporaryDir m_folder;
  ReceiptsModel m_receipts;
  ActivityModel m_activity;
  ScriptRegistry m_scripts;
  std::unique_ptr<AuditStore> m_store;
  std::unique_ptr<ProfileSession> m_session;
};

} // namespace oxp::test
