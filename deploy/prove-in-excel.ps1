<#
.SYNOPSIS
  在一台装有 Excel 的 Windows 电脑上无人值守地试一遍：登记加载项，打开会自动带出窗格的工作簿，等窗格做完自检、标记、生成、
  重新生成、清除标记，取出结果（result.json），另存工作簿（saved.xlsx），最后取消登记。
  请在 Windows PowerShell 5.1 里运行；第一次运行时 Excel 会问是否信任这个加载项，请点信任。运行前关闭所有 Excel 窗口。
.EXAMPLE
  powershell -ExecutionPolicy Bypass -File prove-in-excel.ps1
#>
param(
  [string]$Folder = $PSScriptRoot,
  [int]$Minutes = 10
)
$ErrorActionPreference = 'Stop'
$manifest = Join-Path $Folder 'manifest.xml'
$workbook = Join-Path $Folder 'workbook.xlsx'
$register = Join-Path $PSScriptRoot 'register-developer.ps1'
$saved = Join-Path $Folder 'saved.xlsx'
$result = Join-Path $Folder 'result.json'
if (Get-Process -Name EXCEL -ErrorAction SilentlyContinue) { throw '请先关闭所有 Excel 窗口。' }
if (Test-Path -LiteralPath $saved) { Remove-Item -LiteralPath $saved }

& $register -Manifest $manifest
$excel = $null
try {
  # 由系统打开，而不是由程序启动：程序启动的 Excel 可能不带加载项。
  Start-Process -FilePath $workbook
  $end = (Get-Date).AddMinutes($Minutes)
  $sheet = $null
  while ((Get-Date) -lt $end) {
    Start-Sleep -Seconds 2
    # Excel 忙的时候会拒绝回答，过一会儿再问。
    try {
      if (-not $excel) { $excel = [Runtime.InteropServices.Marshal]::GetActiveObject('Excel.Application') }
      $book = $excel.Workbooks | Where-Object { $_.FullName -eq $workbook } | Select-Object -First 1
      $sheet = $book.Worksheets | Where-Object { $_.Name -eq '自检结果' } | Select-Object -First 1
      if ($sheet -and $sheet.Range('B1').Text -eq '完成') { break }
      $sheet = $null
    } catch { $sheet = $null }
  }
  if (-not $sheet) { throw "$Minutes 分钟内没有等到结果。请看看窗格打开没有、写着什么。" }
  $json = ''
  for ($row = 1; $sheet.Cells.Item($row, 1).Value2; $row++) { $json += $sheet.Cells.Item($row, 1).Value2 }
  [IO.File]::WriteAllText($result, $json, (New-Object Text.UTF8Encoding($false)))
  $book.SaveAs($saved, 51)
  $book.Close($false)
  Write-Host "已完成：$result，$saved"
} finally {
  if ($excel) { $excel.DisplayAlerts = $false; $excel.Quit() }
  & $register -Manifest $manifest -Remove
}
