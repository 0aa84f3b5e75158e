// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipes/fault.h"
#include "ui/dialogs/dialogframe.h"

#include <tl/expected.hpp>

namespace oxp {

class JsonEditor;

/// `Recipes`: all of a profile as one document, judged while it is typed. Recipes come in from a file and go
/// out to one. Writes nothing to Redis.
class RecipesDialog : public DialogFrame {
  Q_OBJECT

public:
  /// `queue`: what a new recipe is for; empty = each.
  RecipesDialog(const std::vector<recipes::Recipe> &all, const QString &queue, QWidget *parent = nullptr);

signals:
  /// They have no fault.
  void saved(const std::vector<oxp::recipes::Recipe> &all);

protected:
  /// What was written is not lost by a key: Esc leaves only before that.
  void keyPressEvent(QKeyEvent *event) override;

private:
  void setupTools();
  void setupButtons();
  using Read = tl::expected<std::vector<recipes::Recipe>, recipes::Fault>;
  QByteArray written() const;
  void onEdited();
  void judge();
  void onJudged(const Read &read);
  void save();
  void add();
  void importFile();
  void take(const QString &file, const Read &read);
  void exportFile();
  void show(const std::vector<recipes::Recipe> &all);
  void tell(const QString &words);

  QString m_queue;
  QByteArray m_stored;  ///< as it was opened
  QByteArray m_asked;   ///< what is being judged, or was last
  int m_turn = 0;       ///< tells the answers about an earlier text
  bool m_saves = false; ///< once it is judged
  Read m_read;
  JsonEditor *m_text;
  QPushButton *m_add = nullptr, *m_import = nullptr, *m_export = nullptr, *m_save = nullptr;
};

} // namespace oxp
