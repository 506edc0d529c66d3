module gostrace

go 1.26
