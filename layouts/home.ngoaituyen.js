{{- /* Service worker; danh mục tệp phải giữ do chương trình ghi vào đầu tệp này khi dựng xong. */ -}}
{{- (resources.Get "js/ngoai-tuyen.js" | minify).Content | safeJS -}}
