// SPDX-FileCopyrightText: 2026 The Oxpecker authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>
#include <vector>

class QFormLayout;

namespace oxp {

class Settings;

/// The person's choices; one row a setting. Written when OK is pressed.
class SettingsDialog : public QDialog {
  Q_OBJECT

public:
  explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

private:
  void setupLook(QFormLayout *form);
  void setupWork(QFormLayout *form);
  void setupRecords(QFormLayout *form);

  Settings &m_settings;
  std::vector<std::function<void()>> m_writers; ///< what OK does, one a row
};

} // namespace oxp
