<#
.SYNOPSIS
  在一台装有 Excel 的 Windows 电脑上登记本加载项（开发者方式，只影响当前用户），用于试点。
.EXAMPLE
  .\register-developer.ps1 -Manifest C:\juesuan\manifest.xml
  .\register-developer.ps1 -Manifest C:\juesuan\manifest.xml -Remove
#>
param(
  [Parameter(Mandatory = $true)][string]$Manifest,
  [switch]$Remove
)
$ErrorActionPreference = 'Stop'
$key = 'HKCU:\Software\Microsoft\Office\16.0\WEF\Developer'
$file = (Resolve-Path -LiteralPath $Manifest).Path
[xml]$xml = Get-Content -LiteralPath $file -Encoding UTF8
$id = $xml.OfficeApp.Id
if (-not $id) { throw "$file 不是加载项清单。" }
if ($Remove) {
  if (Test-Path $key) { Remove-ItemProperty -Path $key -Name $id -ErrorAction SilentlyContinue }
  Write-Host "已取消登记 $id。"
  return
}
if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
Set-ItemProperty -Path $key -Name $id -Value $file
Write-Host "已登记 $id。请重新启动 Excel，在【开始】选项卡最右侧找【决算说明助手】。"
